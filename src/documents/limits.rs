//! So much of a document is looked at.

/// A document has so many bytes at most.
pub const MOST_BYTES: usize = 256 << 20;
/// The parts of a document, unpacked, have so many together.
pub const MOST_UNPACKED: u64 = 1 << 30;
/// One part of it, a picture or a page, has so many.
pub const MOST_PART_BYTES: u64 = 64 << 20;
/// A page or a text that is read as such has so many.
pub const MOST_TEXT_BYTES: usize = 32 << 20;
/// A package has so many parts at most.
pub const MOST_PARTS: usize = 10_000;
/// Elements of a part lie so deep inside each other, or have so many attributes.
pub const MOST_INTRICATE: usize = 256;
/// A document may lie in so many others.
pub const MOST_DEPTH: usize = 3;
/// A paragraph in which expressions are looked for has so many letters,
pub const MOST_LETTERS: usize = 10_000;
/// a page of a document so many expressions,
pub const MOST_EXPRESSIONS: usize = 1_000;
/// and a shape of a slide keeps so many.
pub const MOST_KEPT: usize = 50;
/// A run lies in so many elements of its paragraph at most.
pub const MOST_NESTED: usize = 100;
