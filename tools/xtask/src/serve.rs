//! The page on this machine.

use crate::{
    build,
    http::{self, Folders},
};
use anyhow::{Context, Result};
use std::{
    net::{Ipv4Addr, SocketAddr, TcpListener},
    thread,
};

/// Where the page is served unless something else sits there already.
const USUAL_PORT: u16 = 8000;

/// Builds the package and serves the page until it is stopped.
pub(crate) fn run(port: Option<u16>) -> Result<()> {
    build::run()?;
    let listener = listen(port)?;
    println!("http://localhost:{}/   (stop with Ctrl-C)", listener.local_addr()?.port());
    http::serve(&listener, &folders());
    Ok(())
}

/// Serves the page on a free port for as long as this process runs.
pub(crate) fn in_background() -> Result<SocketAddr> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    let address = listener.local_addr()?;
    thread::spawn(move || http::serve(&listener, &folders()));
    Ok(address)
}

/// The port asked for; without one, the usual port or, if that is taken, any.
fn listen(port: Option<u16>) -> Result<TcpListener> {
    match port {
        Some(port) => TcpListener::bind((Ipv4Addr::LOCALHOST, port)).with_context(|| format!("port {port}")),
        None => TcpListener::bind((Ipv4Addr::LOCALHOST, USUAL_PORT))
            .or_else(|_| TcpListener::bind((Ipv4Addr::LOCALHOST, 0)))
            .context("no port to listen on"),
    }
}

/// Which folder answers for which path.
pub(crate) fn folders() -> Folders {
    vec![("/seeds/", crate::root().join("seeds")), ("/", crate::root().join("www"))]
}
