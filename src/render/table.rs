//! Tables of plain text: columns aligned, fitted to the terminal where there is one.

use comfy_table::{CellAlignment, ContentArrangement, presets};

/// Where a table goes.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Room {
    /// A terminal, whose width long cells are broken to fit.
    Terminal,
    /// A file or pipe: every row is one line.
    Unbounded,
}

/// A table with a head.
#[derive(Debug)]
pub struct Table {
    inner: comfy_table::Table,
    rows: usize,
}

impl Table {
    /// Begins a table with the titles of its columns.
    #[must_use]
    pub fn new(titles: &[&str]) -> Self {
        let mut inner = comfy_table::Table::new();
        inner.load_style(presets::NOTHING).set_header(titles.to_vec());
        Self { inner, rows: 0 }
    }

    /// Sets the numbers of a column flush right.
    pub fn numbers(&mut self, column: usize) {
        if let Some(column) = self.inner.column_mut(column) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }

    /// Adds a row.
    pub fn row<T: Into<String>>(&mut self, cells: impl IntoIterator<Item = T>) {
        self.inner.add_row(cells.into_iter().map(|cell| comfy_table::Cell::new(cell.into())));
        self.rows += 1;
    }

    /// Tells whether there is no row.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows == 0
    }

    /// Returns the table as text, closed by a line feed, without space at the ends of lines.
    #[must_use]
    pub fn text(mut self, room: Room) -> String {
        self.inner.set_content_arrangement(match room {
            Room::Terminal => ContentArrangement::Dynamic,
            Room::Unbounded => ContentArrangement::Disabled,
        });
        let lines: Vec<String> =
            self.inner.lines().map(|line| line.strip_prefix(' ').unwrap_or(&line).trim_end().to_owned()).collect();
        format!("{}\n", lines.join("\n"))
    }
}

/// Returns how many letters a line of the terminal has, none where there is no terminal.
#[must_use]
pub fn width() -> Option<usize> {
    comfy_table::Table::new().width().map(usize::from)
}

/// Breaks lines that are longer than a terminal is wide between words; what goes on is indented.
///
/// Escapes that color letters take no room.
#[must_use]
pub fn folded(text: &str, width: usize) -> String {
    const INDENT: usize = 4;
    let mut folded = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let own = line.chars().take_while(|letter| *letter == ' ').count();
        let mut used = 0;
        for word in line.split_inclusive(' ') {
            let room = shown(word.trim_end());
            if used > own && used + room > width && width > own + INDENT + room {
                folded.truncate(folded.trim_end_matches(' ').len());
                folded.push('\n');
                folded.extend(std::iter::repeat_n(' ', own + INDENT));
                used = own + INDENT;
            }
            folded.push_str(word);
            used += shown(word);
        }
    }
    folded
}

/// Counts the letters that are shown.
fn shown(text: &str) -> usize {
    let mut in_escape = false;
    let mut is_shown = |letter: char| {
        let hidden = in_escape || letter == '\u{1b}';
        in_escape = hidden && letter != 'm';
        !hidden && letter != '\n'
    };
    text.chars().filter(|letter| is_shown(*letter)).count()
}

#[cfg(test)]
mod tests {
    use super::{Room, Table, folded};

    #[test]
    fn long_lines_break_between_words_and_colors_take_no_room() {
        let text = "Sanctions: \u{1b}[33min force\u{1b}[0m since 2024.\n    short\nx\n";
        assert_eq!(folded(text, 22), "Sanctions: \u{1b}[33min force\u{1b}[0m\n    since 2024.\n    short\nx\n");
        assert_eq!(folded(text, 200), text);
        assert_eq!(folded("averyverylongword\n", 5), "averyverylongword\n");
    }

    #[test]
    fn columns_stand_under_each_other() {
        let mut table = Table::new(&["state", "events"]);
        table.numbers(1);
        table.row(["suspended", "12"]);
        table.row(["Übergang", "3"]);
        assert_eq!(table.text(Room::Unbounded), "state      events\nsuspended      12\nÜbergang        3\n");
    }
}
