//! Tests of the whole way from text to trees, on sentences written for them.

mod accuracy;
mod diplomatic;
mod laws;
mod reading;
mod rehung;
mod trees;

use super::{Document, English};

/// Reads a text.
fn read(text: &str) -> Document {
    English::bundled().read(text)
}
