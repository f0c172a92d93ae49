//! The secret of one run: in the first address, then in a cookie. Whoever has neither is somebody
//! else's page or program.

use std::fmt::Write;
use std::io;

/// What only the browser that was given the first address knows.
pub struct RunSecret(String);

/// So many bytes nobody guesses.
const BYTES: usize = 32;

impl RunSecret {
    /// From what the system has of chance.
    pub fn new() -> io::Result<RunSecret> {
        let mut bytes = [0; BYTES];
        getrandom::fill(&mut bytes).map_err(|error| io::Error::other(error.to_string()))?;
        let mut text = String::with_capacity(2 * BYTES);
        for byte in bytes {
            write!(text, "{byte:02x}").expect("a text takes what is written");
        }
        Ok(RunSecret(text))
    }

    pub fn text(&self) -> &str {
        &self.0
    }

    /// Takes as long whatever is held against it.
    pub fn is(&self, said: &str) -> bool {
        let (own, said) = (self.0.as_bytes(), said.as_bytes());
        let differs = own.iter().zip(said).fold(0, |all, (own, said)| all | (own ^ said));
        own.len() == said.len() && differs == 0
    }
}

#[cfg(test)]
mod tests {
    use super::RunSecret;

    #[test]
    fn each_run_has_a_secret_of_its_own_and_knows_no_other() {
        let (one, other) = (RunSecret::new().unwrap(), RunSecret::new().unwrap());
        assert_eq!(one.text().len(), 64);
        assert!(one.is(one.text()) && !one.is(other.text()));
        assert!(!one.is("") && !one.is(&one.text()[1..]) && !one.is(&format!("{}0", one.text())));
    }
}
