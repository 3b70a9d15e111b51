//! The sessions of the README and of `tests/cli/`, run against the binary in a store that is thrown away.

#[test]
fn sessions_run_as_they_are_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let session = trycmd::TestCases::new();
    // What the demo writes among the temporary files is thrown away, too.
    session.env("DETENTE_STORE", path("db")).env("TMPDIR", path("")).env("NO_COLOR", "1").case("README.md").run();
}
