//! The sessions of the README and of `tests/cli/`, run against the binary in a store that is thrown away.

#[test]
fn sessions_run_as_they_are_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = folder.path().join("db").to_string_lossy().into_owned();
    trycmd::TestCases::new().env("DETENTE_STORE", store).env("NO_COLOR", "1").case("README.md").run();
}
