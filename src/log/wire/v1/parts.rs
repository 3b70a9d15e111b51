//! A block of version 1 in two parts: what is read in brief ([`super::sheet`]), and what only some readers need.
//!
//! ```text
//! near   all the rest, in its order: positions, instants, the tables, and of each record what the graph needs
//! far    hashes, quotations, where participants are mentioned, marks of the coder, the words of articles, reasons
//! ```
//!
//! No field is written otherwise than in a whole block, so that the two parts, taken in turns, are the block again.

use super::cursor::Cursor;

/// Parts a block; `None` where it is none.
pub(super) fn part(block: &[u8]) -> Option<(Vec<u8>, Vec<u8>)> {
    let (near, far) = (Vec::with_capacity(block.len() / 2), Vec::with_capacity(block.len()));
    let mut parting = Parting { from: Cursor::of(block), near, far };
    parting.block()?;
    parting.from.rest().is_empty().then_some((parting.near, parting.far))
}

/// Puts the parts of a block together; `None` where they do not fit.
pub(super) fn join(near: &[u8], far: &[u8]) -> Option<Vec<u8>> {
    let block = Vec::with_capacity(near.len() + far.len());
    let mut joining = Joining { near: Cursor::of(near), far: Cursor::of(far), block };
    joining.block()?;
    (joining.near.rest().is_empty() && joining.far.rest().is_empty()).then_some(joining.block)
}

struct Parting<'a> {
    from: Cursor<'a>,
    near: Vec<u8>,
    far: Vec<u8>,
}

struct Joining<'a> {
    near: Cursor<'a>,
    far: Cursor<'a>,
    block: Vec<u8>,
}

impl<'a> Walk<'a> for Parting<'a> {
    fn near<T>(&mut self, pass: impl FnOnce(&mut Cursor<'a>) -> Option<T>) -> Option<T> {
        carry(&mut self.from, &mut self.near, pass)
    }

    fn far<T>(&mut self, pass: impl FnOnce(&mut Cursor<'a>) -> Option<T>) -> Option<T> {
        carry(&mut self.from, &mut self.far, pass)
    }
}

impl<'a> Walk<'a> for Joining<'a> {
    fn near<T>(&mut self, pass: impl FnOnce(&mut Cursor<'a>) -> Option<T>) -> Option<T> {
        carry(&mut self.near, &mut self.block, pass)
    }

    fn far<T>(&mut self, pass: impl FnOnce(&mut Cursor<'a>) -> Option<T>) -> Option<T> {
        carry(&mut self.far, &mut self.block, pass)
    }
}

/// Copies what is passed over.
fn carry<'a, T>(from: &mut Cursor<'a>, to: &mut Vec<u8>, pass: impl FnOnce(&mut Cursor<'a>) -> Option<T>) -> Option<T> {
    let before = from.rest();
    let passed = pass(from)?;
    to.extend_from_slice(before.get(..before.len() - from.rest().len())?);
    Some(passed)
}

/// Goes through a block and says of each field which part it is of; the tables of `super` say what the fields are.
trait Walk<'a>: Sized {
    /// Carries fields of the near part.
    fn near<T>(&mut self, pass: impl FnOnce(&mut Cursor<'a>) -> Option<T>) -> Option<T>;

    /// Carries fields of the far part.
    fn far<T>(&mut self, pass: impl FnOnce(&mut Cursor<'a>) -> Option<T>) -> Option<T>;

    fn block(&mut self) -> Option<()> {
        let count = self.near(|near| {
            near.wide()?;
            let count = near.number()?;
            near.wide()?;
            Some(count)
        })?;
        self.far(Cursor::bytes::<32>)?;
        self.near(|near| near.each(|word| word.raw().map(drop)))?;
        self.near(|near| near.each(|article| article.bytes::<16>().map(drop)))?;
        for _ in 0..count {
            self.near(Cursor::wide)?;
            self.far(Cursor::bytes::<32>)?;
            self.body()?;
        }
        Some(())
    }

    fn body(&mut self) -> Option<()> {
        match self.near(Cursor::number)? {
            0 => {
                self.near(Cursor::bytes::<16>)?;
                self.far(article)?;
                self.reading()?;
                self.near(|near| near.option(Cursor::bytes::<16>)).map(drop)
            }
            1 => self.event(),
            2 => {
                self.near(Cursor::bytes::<16>)?;
                self.reasons(2)
            }
            3 => {
                self.near(Cursor::bytes::<16>)?;
                self.event()?;
                self.reasons(2)
            }
            4 => {
                self.near(Cursor::bytes::<16>)?;
                self.reading()?;
                let n_events = self.near(Cursor::length)?;
                (0..n_events).try_for_each(|_| self.event())
            }
            5 => self.near(declared),
            6 | 7 => {
                self.near(|near| Some((near.number()?, near.number()?)))?;
                self.reasons(1)
            }
            _ => None,
        }
    }

    fn event(&mut self) -> Option<()> {
        self.near(|near| {
            near.bytes::<16>()?;
            near.number()?;
            near.number()?;
            near.number()
        })?;
        for _ in 0..2 {
            let n_participants = self.near(Cursor::length)?;
            (0..n_participants).try_for_each(|_| self.participant())?;
        }
        if self.near(Cursor::is_some)? {
            self.participant()?;
        }
        self.near(|near| {
            near.option(Cursor::number)?;
            near.signed()?;
            near.option(Cursor::signed)?;
            near.option(Cursor::signed)?;
            near.byte()?;
            near.option(Cursor::signed)?;
            near.byte()?;
            near.option(Cursor::byte)?;
            near.option(Cursor::byte)?;
            near.byte()?;
            near.span()
        })?;
        self.far(|far| {
            far.raw()?;
            far.number()?;
            far.number()?;
            far.number()
        })?;
        self.near(Cursor::byte).map(drop)
    }

    fn participant(&mut self) -> Option<()> {
        self.near(|near| {
            near.number()?;
            near.number()?;
            near.byte()?;
            near.option(Cursor::number)?;
            near.option(Cursor::number)
        })?;
        self.far(|far| far.option(Cursor::span)).map(drop)
    }

    /// What read an article.
    fn reading(&mut self) -> Option<()> {
        self.far(|far| Some((far.number()?, far.bytes::<32>()?))).map(drop)
    }

    /// Texts that say why and who.
    fn reasons(&mut self, n: usize) -> Option<()> {
        (0..n).try_for_each(|_| self.far(Cursor::raw).map(drop))
    }
}

/// Passes over what a user said of an actor.
fn declared(near: &mut Cursor<'_>) -> Option<()> {
    near.number()?;
    near.raw()?;
    near.each(|name| name.raw().map(drop))?;
    near.byte()?;
    near.option(Cursor::number)?;
    near.option(Cursor::number).map(drop)
}

/// Passes over an article behind its id.
fn article(far: &mut Cursor<'_>) -> Option<()> {
    far.option(Cursor::raw)?;
    far.raw()?;
    far.option(Cursor::span)?;
    far.raw()?;
    far.span()?;
    far.signed()?;
    far.option(Cursor::raw)?;
    far.option(Cursor::raw)?;
    far.raw()?;
    far.bytes::<32>().map(drop)
}
