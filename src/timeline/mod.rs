//! Layer 5: dates and times on the calendar.

use crate::{entities::Entities, report::TimelineEntry, tokens::Reading};

/// Every date expression that can be placed on the calendar, in text order.
pub(crate) fn resolve(_reading: Reading, _entities: &Entities) -> Vec<TimelineEntry> {
    Vec::new()
}
