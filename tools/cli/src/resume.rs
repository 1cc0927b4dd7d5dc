//! Going on with a run that was broken off: what is already written is kept, what it answers is skipped.

use crate::answer::id_of;
use serde_json::Value;
use std::{
    fs::{File, OpenOptions},
    io::{self, BufRead, BufReader, Seek, SeekFrom},
    path::Path,
};

/// How far a broken run came.
#[derive(Debug, Default)]
pub(crate) struct Done {
    /// How many lines are still to be skipped.
    lines: u64,
    /// The identifier of the last line that was written whole.
    last: Value,
}

/// Opens the output of a broken run at the end of its last whole line; a half-written one is cut off.
pub(crate) fn reopen(output: &Path) -> io::Result<(File, Done)> {
    let mut file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(output)?;
    let (mut done, mut size, mut line, mut last) = (Done::default(), 0, Vec::new(), Vec::new());
    let mut lines = BufReader::new(&file);
    while lines.read_until(b'\n', &mut line)? > 0 && line.ends_with(b"\n") {
        done.lines += 1;
        size += line.len() as u64;
        std::mem::swap(&mut line, &mut last);
        line.clear();
    }
    done.last = id_of(&last);
    file.set_len(size)?;
    file.seek(SeekFrom::End(0))?;
    Ok((file, done))
}

impl Done {
    /// Reads past the documents that are answered already.
    pub(crate) fn skip(&mut self, lines: &mut dyn BufRead) -> io::Result<()> {
        let mut line = Vec::new();
        while self.lines > 0 && lines.read_until(b'\n', &mut line)? > 0 {
            // An empty line has no answer.
            if !line.trim_ascii().is_empty() {
                self.lines -= 1;
                if self.lines == 0 {
                    self.check(&id_of(&line))?;
                }
            }
            line.clear();
        }
        Ok(())
    }

    /// Refuses an output that answers another input.
    fn check(&self, read: &Value) -> io::Result<()> {
        if *read == self.last {
            return Ok(());
        }
        let message = format!("the output ends with document {}, but this input has {read} there", self.last);
        Err(io::Error::new(io::ErrorKind::InvalidData, message))
    }
}
