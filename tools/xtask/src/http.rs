//! Just enough of HTTP to serve files from a few folders to browsers on this machine.

use std::{
    fs,
    io::{self, BufRead, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    path::{Component, Path, PathBuf},
    thread,
    time::Duration,
};

/// The policy of the page and of its workers. It goes with every answer, because a worker is bound by the headers of
/// its own script, not by those of the page.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; \
     style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'none'; base-uri 'none'; \
     frame-ancestors 'none'; require-trusted-types-for 'script'";

/// The longest request head that is read, in bytes.
const LONGEST_HEAD: u64 = 16 << 10;

/// What is served, and under which policy.
#[derive(Clone)]
pub(crate) struct Site {
    pub(crate) folders: Folders,
    /// The `Content-Security-Policy` of every answer.
    pub(crate) policy: String,
}

/// Which folder answers for which beginning of a path; the first that fits is taken.
pub(crate) type Folders = Vec<(String, PathBuf)>;

impl Site {
    /// These folders under the policy of the page.
    pub(crate) fn new(folders: Folders) -> Site {
        Site { folders, policy: POLICY.to_owned() }
    }

    /// Answers requests until the process ends, each connection on a thread of its own.
    pub(crate) fn serve(self, listener: &TcpListener) {
        for stream in listener.incoming().flatten() {
            let site = self.clone();
            // A browser that hangs up early is no concern of ours.
            thread::spawn(move || answer(stream, &site).ok());
        }
    }
}

fn answer(mut stream: TcpStream, site: &Site) -> io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let line = read_head(&stream)?;
    let answer = respond(&line, &site.folders);
    write!(stream, "HTTP/1.1 {}\r\n", answer.status)?;
    write!(stream, "Content-Type: {}\r\nContent-Length: {}\r\n", answer.mime, answer.body.len())?;
    write!(stream, "Content-Security-Policy: {}\r\nX-Content-Type-Options: nosniff\r\n", site.policy)?;
    write!(stream, "Referrer-Policy: no-referrer\r\nCache-Control: no-cache\r\nConnection: close\r\n\r\n")?;
    if !line.starts_with("HEAD ") {
        stream.write_all(&answer.body)?;
    }
    stream.flush()
}

/// The request line; the headers are read past.
fn read_head(stream: &TcpStream) -> io::Result<String> {
    let mut lines = BufReader::new(stream.take(LONGEST_HEAD)).lines();
    let first = lines.next().unwrap_or_else(|| Ok(String::new()))?;
    while lines.next().transpose()?.is_some_and(|line| !line.is_empty()) {}
    Ok(first)
}

struct Answer {
    status: &'static str,
    mime: &'static str,
    body: Vec<u8>,
}

fn respond(line: &str, folders: &Folders) -> Answer {
    let plain = |status: &'static str| Answer { status, mime: "text/plain; charset=utf-8", body: status.into() };
    let mut words = line.split(' ');
    if !matches!(words.next(), Some("GET" | "HEAD")) {
        return plain("405 Method Not Allowed");
    }
    let Some(file) = words.next().and_then(|target| resolve(target, folders)) else {
        return plain("404 Not Found");
    };
    match fs::read(&file) {
        Ok(body) => Answer { status: "200 OK", mime: mime(&file), body },
        Err(_) => plain("404 Not Found"),
    }
}

/// The file that a request target names, if it lies inside its folder.
fn resolve(target: &str, folders: &Folders) -> Option<PathBuf> {
    let path = percent_decode(target.split(['?', '#']).next()?)?;
    let (prefix, folder) = folders.iter().find(|(prefix, _)| path.starts_with(prefix.as_str()))?;
    let relative = Path::new(&path[prefix.len()..]);
    let inside = relative.components().all(|part| matches!(part, Component::Normal(_))) && !path.contains('\\');
    let mut file = inside.then(|| folder.join(relative).canonicalize().ok())??;
    if file.is_dir() {
        file.push("index.html");
    }
    // A link inside the folder must not lead out of it either.
    file.starts_with(folder.canonicalize().ok()?).then_some(file)
}

/// Undoes `%41`; nothing for a broken escape, for what is not UTF-8, and for a NUL.
fn percent_decode(text: &str) -> Option<String> {
    let mut parts = text.split('%');
    let mut bytes = parts.next()?.as_bytes().to_vec();
    for part in parts {
        bytes.push(u8::from_str_radix(part.get(..2)?, 16).ok()?);
        bytes.extend_from_slice(&part.as_bytes()[2..]);
    }
    String::from_utf8(bytes).ok().filter(|text| !text.contains('\0'))
}

fn mime(file: &Path) -> &'static str {
    match file.extension().and_then(|e| e.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "txt" | "md" | "ts" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folders() -> Folders {
        vec![
            ("/seeds/".into(), crate::paths::root().join("seeds")),
            ("/".into(), crate::paths::root().join("tools/xtask/src")),
        ]
    }

    #[test]
    fn a_request_gets_the_file_of_its_folder_or_a_reason() {
        for (line, status) in [
            ("GET /http.rs HTTP/1.1", "200 OK"),
            ("GET /http.rs?x=/../.. HTTP/1.1", "200 OK"),
            ("HEAD /%68ttp.rs HTTP/1.1", "200 OK"),
            ("GET /seeds/000_a8c64b679af5019a.txt HTTP/1.1", "200 OK"),
            ("GET /absent.html HTTP/1.1", "404 Not Found"),
            ("GET /../Cargo.toml HTTP/1.1", "404 Not Found"),
            ("GET /%2e%2e/Cargo.toml HTTP/1.1", "404 Not Found"),
            ("GET /..%2fCargo.toml HTTP/1.1", "404 Not Found"),
            ("GET /seeds/../../../Cargo.toml HTTP/1.1", "404 Not Found"),
            ("GET //etc/passwd HTTP/1.1", "404 Not Found"),
            ("GET /..\\Cargo.toml HTTP/1.1", "404 Not Found"),
            ("GET /http.rs%00 HTTP/1.1", "404 Not Found"),
            ("GET /%zz HTTP/1.1", "404 Not Found"),
            ("GET", "404 Not Found"),
            ("POST /http.rs HTTP/1.1", "405 Method Not Allowed"),
            ("", "405 Method Not Allowed"),
        ] {
            assert_eq!(respond(line, &folders()).status, status, "{line}");
        }
    }

    #[test]
    fn browsers_refuse_modules_and_wasm_of_another_type() {
        for (name, expected) in [
            ("index.html", "text/html; charset=utf-8"),
            ("worker.js", "text/javascript; charset=utf-8"),
            ("nutgraf_bg.wasm", "application/wasm"),
            ("README", "application/octet-stream"),
        ] {
            assert_eq!(mime(Path::new(name)), expected);
        }
    }

    #[test]
    fn every_answer_carries_the_policy() {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        thread::spawn(move || Site::new(folders()).serve(&listener));
        let mut stream = TcpStream::connect(address).unwrap();
        stream.write_all(b"GET /http.rs HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        assert!(answer.contains(&format!("\r\nContent-Security-Policy: {POLICY}\r\n")));
    }
}
