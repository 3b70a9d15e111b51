//! The JSON Schemas in `schema/json/` are those of the outward types. `UPDATE_EXPECT=1` writes them anew.

use detente::render::json::schemas;
use std::fs;
use std::path::Path;

#[test]
fn the_schemas_are_those_of_the_types() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("schema/json");
    let update = std::env::var_os("UPDATE_EXPECT").is_some();
    let mut expected: Vec<String> = Vec::new();
    for (name, schema) in schemas() {
        let file = format!("{name}.schema.json");
        let text = serde_json::to_string_pretty(&schema).expect("a schema is JSON") + "\n";
        if update {
            fs::create_dir_all(&folder).expect("a folder");
            fs::write(folder.join(&file), &text).expect("a file");
        }
        let found = fs::read_to_string(folder.join(&file)).unwrap_or_default();
        assert_eq!(found, text, "schema/json/{file} is out of date: run the tests with UPDATE_EXPECT=1");
        expected.push(file);
    }
    expected.sort();
    let entries = fs::read_dir(&folder).expect("schema/json");
    let mut files: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    files.sort();
    assert_eq!(files, expected, "schema/json holds files that no type makes");
}
