//! Answers as people and programs read them: sentences, tables, JSON, diagrams. All output is sorted by
//! what it says, so that the same answer gives the same bytes.
//!
//! Never asks the clock or the terminal; width and color are told.

pub mod age;
pub mod dot;
pub mod html;
pub mod json;
pub mod layout;
pub mod palette;
pub mod scene;
pub mod sentence;
pub mod svg;
pub mod table;
pub mod timeline;
