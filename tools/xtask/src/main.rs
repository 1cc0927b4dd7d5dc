//! The doors of the project.
fn main() {}
