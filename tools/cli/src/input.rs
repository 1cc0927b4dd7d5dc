//! Files, standard input, and either of them compressed with gzip.

use flate2::bufread::MultiGzDecoder;
use std::{
    fs::File,
    io::{self, BufRead, BufReader, Read},
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

/// How much is read at a time, in bytes.
const CHUNK: usize = 1 << 16;

/// Counts the bytes that were read of all inputs, as they lie on the disk.
pub(crate) type Counter = Arc<AtomicU64>;

/// Opens a file, or standard input for `-`. What begins like gzip is decompressed, whatever its name.
pub(crate) fn open(file: &Path, counter: &Counter) -> io::Result<Box<dyn BufRead + Send>> {
    let source: Box<dyn Read + Send> = if is_stdin(file) { Box::new(io::stdin()) } else { Box::new(File::open(file)?) };
    let mut source = BufReader::with_capacity(CHUNK, Counted { source, counter: Arc::clone(counter) });
    let compressed = source.fill_buf()?.starts_with(&[0x1f, 0x8b]);
    Ok(if compressed {
        Box::new(BufReader::with_capacity(CHUNK, MultiGzDecoder::new(source)))
    } else {
        Box::new(source)
    })
}

/// The whole text of an input; bytes that are not UTF-8 become replacement characters.
pub(crate) fn read_text(file: &Path) -> io::Result<String> {
    let mut bytes = Vec::new();
    open(file, &Counter::default())?.read_to_end(&mut bytes)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// How many bytes all inputs hold together, if that can be known beforehand.
pub(crate) fn total_size(files: &[PathBuf]) -> Option<u64> {
    let size = |file: &PathBuf| file.metadata().ok().filter(|m| m.is_file()).map(|m| m.len());
    files.iter().map(size).sum()
}

fn is_stdin(file: &Path) -> bool {
    file.as_os_str() == "-"
}

struct Counted {
    source: Box<dyn Read + Send>,
    counter: Counter,
}

impl Read for Counted {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.source.read(buffer)?;
        self.counter.fetch_add(count as u64, Ordering::Relaxed);
        Ok(count)
    }
}
