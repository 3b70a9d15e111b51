//! What a command ends with: an answer, or a failure with its causes, hints and exit code.

use crate::log::LogError;
use crate::log::archive::ArchiveError;
use crate::workspace::WorkspaceError;
use std::error::Error;
use std::fmt::Write as _;
use std::io;

/// What an answered command says to whoever started it.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Done, or something was found.
    Done,
    /// The answer is "no" or "none".
    No,
    /// Done in part: some input was wrong and has been named.
    Partly,
}

/// Why a command could not answer; decides the exit code.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Wrong usage or input.
    Input,
    /// The store could not be used.
    Store,
    /// The store could not be used because it is damaged.
    Damaged,
    /// Nobody reads the output any more, which is no failure.
    Closed,
}

/// A failure as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// What kind it is.
    pub kind: Kind,
    /// What went wrong, lower case, no full stop.
    pub message: String,
    /// What that came from, nearest first.
    pub causes: Vec<String>,
    /// What to type next.
    pub hints: Vec<String>,
}

impl Failure {
    /// Makes a failure of wrong usage or input.
    #[must_use]
    pub fn input(message: impl Into<String>) -> Self {
        Self { kind: Kind::Input, message: message.into(), causes: Vec::new(), hints: Vec::new() }
    }

    /// Makes a failure of the store.
    #[must_use]
    pub fn store(message: impl Into<String>) -> Self {
        Self { kind: Kind::Store, ..Self::input(message) }
    }

    /// Adds the causes of an error, the error itself first.
    #[must_use]
    pub fn because(mut self, error: &dyn Error) -> Self {
        let mut next = Some(error);
        while let Some(error) = next {
            let text = error.to_string();
            if self.causes.last() != Some(&text) {
                self.causes.push(text);
            }
            next = error.source();
        }
        self
    }

    /// Adds a hint.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }

    /// Returns the exit code.
    #[must_use]
    pub fn code(&self) -> u8 {
        match self.kind {
            Kind::Input => 2,
            Kind::Store | Kind::Damaged => 3,
            Kind::Closed => 0,
        }
    }

    /// Returns what is printed on stderr.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = format!("Error: {}\n", self.message);
        let parts = [("Caused by", &self.causes), ("Hint", &self.hints)];
        for (word, lines) in parts {
            for line in lines {
                // Writing to a string cannot fail.
                let _ = writeln!(text, "{word}: {line}");
            }
        }
        text
    }
}

impl From<io::Error> for Failure {
    /// Writing the answer failed: quiet where the reader has gone, else told.
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            return Self { kind: Kind::Closed, ..Self::input("the output was closed") };
        }
        Self::input("cannot write the answer").because(&error)
    }
}

impl From<LogError> for Failure {
    fn from(error: LogError) -> Self {
        WorkspaceError::from(error).into()
    }
}

impl From<WorkspaceError> for Failure {
    fn from(error: WorkspaceError) -> Self {
        if let WorkspaceError::Archive(ArchiveError::Write(source)) = &error
            && source.kind() == io::ErrorKind::BrokenPipe
        {
            return Self { kind: Kind::Closed, ..Self::input("the output was closed") };
        }
        let log = match &error {
            WorkspaceError::Log(log) | WorkspaceError::Archive(ArchiveError::Log(log)) => Some(log),
            _ => None,
        };
        let mut failure = Self::input(error.to_string());
        let mut cause = error.source();
        while let Some(error) = cause {
            failure.causes.push(error.to_string());
            cause = error.source();
        }
        if let Some(log) = log {
            failure.kind = if matches!(log, LogError::Damaged { .. }) { Kind::Damaged } else { Kind::Store };
            failure.hints.extend(hint_of(log));
        }
        failure
    }
}

/// What to type next where the log cannot be used.
fn hint_of(error: &LogError) -> Option<String> {
    let hint = match error {
        LogError::Missing { .. } => "detente ingest FILE makes a store; --store DIR or DETENTE_STORE names another one",
        LogError::Locked { .. } => {
            "wait until the other detente has ended; a backup, made with detente backup, can be read meanwhile"
        }
        LogError::Damaged { .. } => "detente recover --into DIR saves what is intact",
        LogError::Newer { .. } => "a newer detente wrote it; use that one",
        LogError::Io { source, .. }
            if matches!(source.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem) =>
        {
            "a store takes a lock and so must be writable, also to be read; --store DIR names a copy of it"
        }
        LogError::Full { .. } => "make room and try again; what was acknowledged is safe",
        _ => return None,
    };
    Some(hint.to_owned())
}

impl Answer {
    /// Returns the exit code.
    #[must_use]
    pub fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::No => 1,
            Self::Partly => 2,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Failure, Kind};
    use crate::log::LogError;
    use std::io;

    #[test]
    fn a_failure_shows_causes_and_hints() {
        let error = io::Error::other("disk full");
        let failure = Failure::store("the store cannot be written").because(&error).hint("detente backup FILE");
        assert_eq!(
            failure.text(),
            "Error: the store cannot be written\nCaused by: disk full\nHint: detente backup FILE\n"
        );
        assert_eq!(failure.code(), 3);
    }

    #[test]
    fn a_store_that_cannot_be_written_says_why_it_must_be() {
        for kind in [io::ErrorKind::ReadOnlyFilesystem, io::ErrorKind::PermissionDenied] {
            let failure = Failure::from(LogError::io("open the lock", io::Error::from(kind)));
            assert_eq!(failure.code(), 3);
            assert!(
                failure.text().contains("\nHint: a store takes a lock and so must be writable"),
                "{}",
                failure.text()
            );
        }
        let failure = Failure::from(LogError::io("open the lock", io::Error::other("busy")));
        assert!(!failure.text().contains("Hint"), "{}", failure.text());
    }

    #[test]
    fn a_closed_pipe_is_no_failure() {
        let failure = Failure::from(io::Error::from(io::ErrorKind::BrokenPipe));
        assert_eq!((failure.kind, failure.code()), (Kind::Closed, 0));
    }
}
