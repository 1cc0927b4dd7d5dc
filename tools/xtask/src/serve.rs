//! The page on this machine, and folders for a test.

use crate::{
    build,
    http::{Folders, Site},
};
use anyhow::{Context, Result};
use std::{
    io::{self, Read},
    net::{Ipv4Addr, TcpListener},
    thread,
};

/// Where the page is served unless something else sits there already.
const USUAL_PORT: u16 = 8000;

/// Builds the package and serves the page until it is stopped.
pub(crate) fn run(port: Option<u16>) -> Result<()> {
    build::run()?;
    let listener = listen(port)?;
    println!("http://localhost:{}/   (stop with Ctrl-C)", listener.local_addr()?.port());
    Site::new(folders()).serve(&listener);
    Ok(())
}

/// Serves folders on a free port until the standard input ends, so that it never outlives the test that asked for it.
/// The arguments are `PREFIX=FOLDER`, the first that fits being taken; none means the page. The address is printed.
pub(crate) fn files(policy: Option<&str>, arguments: &[&str]) -> Result<()> {
    let given =
        arguments.iter().map(|argument| argument.split_once('=').context("a folder is given as /prefix/=folder"));
    let given: Folders =
        given.map(|pair| pair.map(|(prefix, folder)| (prefix.into(), folder.into()))).collect::<Result<_>>()?;
    let mut site = Site::new(if given.is_empty() { folders() } else { given });
    site.policy = policy.map_or(site.policy, str::to_owned);
    let listener = free_port()?;
    println!("http://localhost:{}/", listener.local_addr()?.port());
    thread::spawn(move || site.serve(&listener));
    io::stdin().read_to_end(&mut Vec::new())?;
    Ok(())
}

/// A listener that no other program knows of.
pub(crate) fn free_port() -> Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("no port to listen on")
}

/// The port asked for; without one, the usual port or, if that is taken, any.
fn listen(port: Option<u16>) -> Result<TcpListener> {
    match port {
        Some(port) => TcpListener::bind((Ipv4Addr::LOCALHOST, port)).with_context(|| format!("port {port}")),
        None => TcpListener::bind((Ipv4Addr::LOCALHOST, USUAL_PORT)).or_else(|_| free_port()),
    }
}

/// Which folder answers for which path.
pub(crate) fn folders() -> Folders {
    vec![("/seeds/".into(), crate::paths::root().join("seeds")), ("/".into(), crate::paths::root().join("www"))]
}
