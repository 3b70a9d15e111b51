//! Who is who on which day, on the bundled actors.

use super::{Found, Status};
use crate::model::category::ActorKind;
use crate::model::day::Day;
use crate::model::id::ActorId;
use crate::ontology::Ontology;

fn id(text: &str) -> ActorId {
    text.parse().unwrap()
}

fn day(text: &str) -> Day {
    Day::parse_query(text).unwrap()
}

#[test]
fn titles_resolve_by_the_day() {
    let ontology = Ontology::bundled().unwrap();
    let roster = ontology.roster();
    let check = |title: &str, state: &str, on: &str, expected: Option<&str>| {
        let rule = roster.titles.iter().find(|rule| rule.title == title).unwrap();
        let holder = roster.holder_of_title(rule, &id(state), day(on));
        assert_eq!(holder.map(|person| person.id.as_str()), expected, "{title} of {state} on {on}");
    };
    check("prime minister", "JPN", "2024-01-31", Some("JPN.fumio-kishida"));
    check("premier", "JPN", "2020-01-31", Some("JPN.shinzo-abe"));
    check("president", "USA", "2010-05-01", Some("USA.barack-obama"));
    check("vice president", "RUS", "2010-05-01", None);
    check("president", "ESP", "2010-05-01", None);
    // One of many envoys is not meant by the bare title.
    check("ambassador", "DEU", "2023-04-11", None);
}

#[test]
fn organs_of_states_are_made_when_asked_for() {
    let ontology = Ontology::bundled().unwrap();
    let check = |actor: &str, expected: Option<(&str, &str, &str)>| {
        let made = ontology.roster().participant(&id(actor), day("2020-01-01"));
        let told = made.as_ref().map(|party| {
            let (country, sector) = (party.country.as_ref().unwrap(), party.sector.as_ref().unwrap());
            (party.name.as_str(), country.as_str(), sector.as_str())
        });
        assert_eq!(told, expected, "{actor}");
    };
    check("JPN.MFA", Some(("Japanese Foreign Ministry", "JPN", "GOV")));
    check("IRQ.REB", Some(("Iraqi rebels", "IRQ", "REB")));
    check("IRQ.NOBODY", None);
    check("NOWHERE.MFA", None);
}

#[test]
fn a_person_binds_only_in_office() {
    let ontology = Ontology::bundled().unwrap();
    let roster = ontology.roster();
    let kishida = roster.actor(&id("JPN.fumio-kishida")).unwrap();
    assert!(matches!(roster.status(kishida, day("2024-01-31")), Status::Current(_)));
    assert!(matches!(roster.status(kishida, day("2025-06-30")), Status::Former(_)));
    assert!(matches!(roster.status(kishida, day("2001-01-31")), Status::Future(_)));
    let party = |on: &str| roster.participant(&kishida.id, day(on)).unwrap();
    assert!(party("2024-01-31").binds);
    assert!(!party("2025-06-30").binds);
    assert_eq!(party("2025-06-30").kind, ActorKind::Person);
    assert_eq!(party("2024-01-31").party(), &id("JPN"));
}

#[test]
fn membership_is_dated() {
    let ontology = Ontology::bundled().unwrap();
    let roster = ontology.roster();
    let members = |on: &str| roster.members(&id("EU"), day(on)).any(|member| *member == id("GBR"));
    assert!(members("2019-12-31"));
    assert!(!members("2020-03-01"));
    assert!(roster.member_of(&id("HRV"), day("2014-01-01")).any(|organisation| *organisation == id("EU")));
}

#[test]
fn a_query_finds_what_people_type() {
    let ontology = Ontology::bundled().unwrap();
    let check = |query: &str, expected: &str| {
        let found = ontology.roster().find(query);
        assert_eq!(found, Found::One(id(expected)), "{query}");
    };
    check("jpn", "JPN");
    check("Japan", "JPN");
    check("japan", "JPN");
    check("Tokyo", "JPN");
    check("Fumio Kishida", "JPN.fumio-kishida");
    check("Russian Foreign Ministry", "RUS.MFA");
    check("European Union", "EU");
    assert_eq!(ontology.roster().find("Grmany"), Found::None);
    assert_eq!(ontology.roster().nearest("Grmany").first().map(String::as_str), Some("Germany"));
    assert_eq!(ontology.roster().nearest("Xyzzyplugh"), Vec::<String>::new());
}

#[test]
fn rebels_of_a_state_are_a_party_of_their_own() {
    let ontology = Ontology::bundled().unwrap();
    let party = |suffix: &str| {
        let part = ontology.roster().organ_by_suffix(&id("AFG"), suffix, day("2024-06-14")).unwrap();
        part.party().clone()
    };
    assert_eq!(party("REB"), id("AFG.REB"));
    assert_eq!(party("MIL"), id("AFG"));
}
