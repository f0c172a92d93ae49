//! A page as browsers cut it: each tag with the bytes at which it stands. What a script or a style says is no tag.

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{StartTag, Token, Tokenizer};

/// All of it.
pub fn tokens(text: &str) -> impl Iterator<Item = Token<usize>> {
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    Tokenizer::new_with_emitter(text, emitter).flatten()
}

/// What opens an element.
pub fn start_tags(text: &str) -> impl Iterator<Item = StartTag<usize>> {
    tokens(text).filter_map(|token| match token {
        Token::StartTag(tag) => Some(tag),
        _ => None,
    })
}
