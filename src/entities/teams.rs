//! Places that play: in the report of a match, "Sweden" is a team.

use super::{merge::Cluster, syntax::Syntax};
use crate::{mentions::Mention, model::Class, report::EntityKind, text::WordShape};
use std::ops::Range;

/// A text is about a match when so many mentions of places and clubs speak of teams.
const FEWEST: usize = 4;
/// So many of them must do so in words or numbers of sport alone: armies beat each other, too.
const FEWEST_SURE: usize = 1;
/// And so many teams must be spoken of.
const FEWEST_TEAMS: usize = 2;

/// Makes organisations of the places that are spoken of as teams, in a text about a match.
pub(super) fn mark(syntax: &Syntax, mentions: &[Mention], clusters: &mut [Cluster]) {
    let may_play = |cluster: &&mut Cluster| matches!(cluster.kind, EntityKind::Place | EntityKind::Organisation);
    let spoken = clusters.iter_mut().filter(may_play).map(|cluster| (Spoken::of(syntax, mentions, cluster), cluster));
    let teams: Vec<(Spoken, &mut Cluster)> = spoken.filter(|(spoken, _)| spoken.is_team()).collect();
    let sum = |count: fn(&Spoken) -> usize| teams.iter().map(|(spoken, _)| count(spoken)).sum::<usize>();
    let sure = sum(|spoken| spoken.sure);
    if teams.len() >= FEWEST_TEAMS && sure >= FEWEST_SURE && sure + sum(|spoken| spoken.likely) >= FEWEST {
        let places = teams.into_iter().map(|(_, team)| team).filter(|team| team.kind == EntityKind::Place);
        places.for_each(|team| team.tell(EntityKind::Organisation));
    }
}

/// How a text speaks of a place.
#[derive(Default)]
struct Spoken {
    /// Mentions beside a score or a word of sport.
    sure: usize,
    /// Mentions beside a word that may be of sport.
    likely: usize,
    /// Mentions that say where something is.
    places: usize,
}

impl Spoken {
    fn of(syntax: &Syntax, mentions: &[Mention], cluster: &Cluster) -> Spoken {
        let mut spoken = Spoken::default();
        for member in &cluster.mentions {
            let tokens = &mentions[member.mention.index()].tokens;
            // Two numbers beside the name of a body may be anything: "Boeing 737-800", "Senate 51-49".
            let has_score = cluster.kind == EntityKind::Place && has_score(syntax, tokens);
            if is_where(syntax, tokens) {
                spoken.places += 1;
            } else if has_score || has_players(syntax, tokens) {
                spoken.sure += 1;
            } else if is_in_game(syntax, tokens) {
                spoken.likely += 1;
            }
        }
        spoken
    }

    fn is_team(&self) -> bool {
        self.sure + self.likely > self.places
    }
}

/// "in Sweden", "from Sweden".
fn is_where(syntax: &Syntax, tokens: &Range<usize>) -> bool {
    let before = tokens.start.checked_sub(1).map_or("", |at| syntax.word(at));
    ["in", "at", "near", "from", "across", "outside"].iter().any(|word| before.eq_ignore_ascii_case(word))
}

/// "Sweden 2-1", "Sri Lanka 268-9", "Sweden 1 – 0 South Korea".
fn has_score(syntax: &Syntax, tokens: &Range<usize>) -> bool {
    is_score(syntax, tokens.end) || tokens.start.checked_sub(3).is_some_and(|at| is_score(syntax, at))
}

/// "2-1", "268–9": the numbers and the dash between them are tokens of their own.
fn is_score(syntax: &Syntax, at: usize) -> bool {
    let points = |token: usize| syntax.shapes_at(token).has(WordShape::Points);
    points(at) && matches!(syntax.word_at(at + 1), "-" | "–") && points(at + 2)
}

/// "Sweden's goalkeeper", "Sweden coach Janne Andersson".
fn has_players(syntax: &Syntax, tokens: &Range<usize>) -> bool {
    is_near(syntax, after_owner(syntax, tokens), tokens, Class::Team)
}

/// "Sweden beat", "Sweden, who beat", "beat Sweden", "Sweden's bench".
fn is_in_game(syntax: &Syntax, tokens: &Range<usize>) -> bool {
    let who = syntax.word_at(tokens.end) == "," && matches!(syntax.word_at(tokens.end + 1), "who" | "which");
    let after = if who { tokens.end + 2 } else { after_owner(syntax, tokens) };
    let before = tokens.start.checked_sub(1);
    before.is_some_and(|at| is_near(syntax, at, tokens, Class::Contest))
        || is_near(syntax, after, tokens, Class::Contest)
}

/// Whether a token of the same sentence is of a class.
fn is_near(syntax: &Syntax, token: usize, name: &Range<usize>, class: Class) -> bool {
    syntax.tag(token, name.start).is_some() && syntax.has(token, class)
}

/// The token after a name, or after the mark that makes it an owner.
fn after_owner(syntax: &Syntax, tokens: &Range<usize>) -> usize {
    tokens.end + usize::from(matches!(syntax.word_at(tokens.end), "'s" | "’s" | "'" | "’"))
}
