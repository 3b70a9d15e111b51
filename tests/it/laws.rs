//! Laws of the fold, over generated histories.
