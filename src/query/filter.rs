//! Which relations and positions an answer keeps.

use crate::graph::{Act, Position, Standing};
use crate::model::id::{Dimension, Topic};

/// What to keep; the default keeps everything.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Filter {
    /// Only relations of this dimension; positions are left out.
    pub dimension: Option<Dimension>,
    /// Only what is about this topic.
    pub topic: Option<Topic>,
}

impl Filter {
    /// Tells whether a relation is kept.
    #[must_use]
    pub fn keeps(&self, standing: &Standing) -> bool {
        self.dimension.as_ref().is_none_or(|dimension| standing.dimension == *dimension)
            && self.about(standing.topic.as_ref())
    }

    /// Tells whether a position is kept.
    #[must_use]
    pub fn holds(&self, position: &Position) -> bool {
        self.dimension.is_none() && self.about(position.topic.as_ref())
    }

    /// Tells whether an act is kept.
    #[must_use]
    pub fn takes(&self, act: &Act) -> bool {
        self.about(act.topic.as_ref())
    }

    fn about(&self, topic: Option<&Topic>) -> bool {
        self.topic.as_ref().is_none_or(|wanted| topic == Some(wanted))
    }
}
