//! Places that play: in the report of a match, "Sweden" is a team.

use super::{
    merge::{self, Draft},
    names::Name,
    scene::Scene,
};
use crate::{mentions::Mention, model::Class, report::EntityKind};
use std::ops::Range;

/// A text is about a match when so many mentions of places and clubs speak of teams,
const FEWEST: usize = 3;
/// so many of them in words of sport alone, since armies beat each other too,
const FEWEST_SURE: usize = 2;
/// and of so many teams.
const FEWEST_TEAMS: usize = 2;

/// Makes organisations of the places that are spoken of as teams, in a text about a match.
pub(super) fn mark(scene: &Scene, mentions: &[Mention], names: &[Name], drafts: &mut [Draft]) {
    let kinds: Vec<EntityKind> = drafts.iter().map(|draft| merge::kind(draft, names)).collect();
    let may_play = |&draft: &usize| matches!(kinds[draft], EntityKind::Place | EntityKind::Organisation);
    let spoken = (0..drafts.len()).filter(may_play).map(|draft| (draft, Spoken::of(scene, mentions, &drafts[draft])));
    let teams: Vec<(usize, Spoken)> = spoken.filter(|(_, spoken)| spoken.is_team()).collect();
    let sum = |count: fn(&Spoken) -> usize| teams.iter().map(|(_, spoken)| count(spoken)).sum::<usize>();
    let sure = sum(|spoken| spoken.sure);
    if teams.len() >= FEWEST_TEAMS && sure >= FEWEST_SURE && sure + sum(|spoken| spoken.likely) >= FEWEST {
        let places = teams.iter().filter(|&&(draft, _)| kinds[draft] == EntityKind::Place);
        places.for_each(|&(draft, _)| drafts[draft].kind = Some(EntityKind::Organisation));
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
    fn of(scene: &Scene, mentions: &[Mention], draft: &Draft) -> Spoken {
        let mut spoken = Spoken::default();
        for member in &draft.mentions {
            let tokens = &mentions[member.mention].tokens;
            let count = match () {
                () if is_where(scene, tokens) => &mut spoken.places,
                () if has_score(scene, tokens) || has_players(scene, tokens) => &mut spoken.sure,
                () if is_in_game(scene, tokens) => &mut spoken.likely,
                () => continue,
            };
            *count += 1;
        }
        spoken
    }

    fn is_team(&self) -> bool {
        self.sure + self.likely > self.places
    }
}

/// "in Sweden", "from Sweden".
fn is_where(scene: &Scene, tokens: &Range<usize>) -> bool {
    let before = tokens.start.checked_sub(1).map_or("", |at| scene.word(at));
    ["in", "at", "near", "from", "across", "outside"].iter().any(|word| before.eq_ignore_ascii_case(word))
}

/// "Sweden 2-1", "Sri Lanka 268-9", "Sweden 1 – 0 South Korea".
fn has_score(scene: &Scene, tokens: &Range<usize>) -> bool {
    let spaced = |at: usize| (at..at + 3).map(|at| scene.word_at(at)).collect::<String>();
    is_score(scene.word_at(tokens.end))
        || is_score(&spaced(tokens.end))
        || tokens.start.checked_sub(3).is_some_and(|at| is_score(&spaced(at)))
}

/// "2-1", "268–9".
fn is_score(words: &str) -> bool {
    let is_number = |part: &str| (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    words.split_once(['-', '–']).is_some_and(|(one, other)| is_number(one) && is_number(other))
}

/// "Sweden's goalkeeper", "Sweden coach Janne Andersson".
fn has_players(scene: &Scene, tokens: &Range<usize>) -> bool {
    scene.has(after_owner(scene, tokens), Class::Team)
}

/// "Sweden beat", "Sweden, who beat", "beat Sweden", "Sweden's bench".
fn is_in_game(scene: &Scene, tokens: &Range<usize>) -> bool {
    let before = tokens.start.checked_sub(1).filter(|&at| scene.sentence(at) == scene.sentence(tokens.start));
    let who = scene.word_at(tokens.end) == "," && matches!(scene.word_at(tokens.end + 1), "who" | "which");
    let after = if who { tokens.end + 2 } else { after_owner(scene, tokens) };
    before.is_some_and(|at| scene.has(at, Class::Contest)) || scene.has(after, Class::Contest)
}

/// The token after a name, or after the mark that makes it an owner.
fn after_owner(scene: &Scene, tokens: &Range<usize>) -> usize {
    tokens.end + usize::from(matches!(scene.word_at(tokens.end), "'s" | "’s" | "'" | "’"))
}
