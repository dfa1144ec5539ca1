//! How is an entity addressed? A slug of its name, unique in its corpus.

#[cfg(test)]
use crate::entity::kind::EntityKind;
use crate::entity::resolution::Entity;
use crate::text::UniqueNames;

/// Sets the `id` of each entity to a slug of its name, numbered from 2 if the slug is taken.
pub fn name_slugs(entities: &mut [Entity]) {
    let mut ids = UniqueNames::default();
    for entity in entities {
        entity.id = ids.take(&slug(&entity.name));
    }
}

/// "Kim Jong Un" → "kim-jong-un": letters and digits of any script, without accents; "entity" if
/// there are none.
pub fn slug(name: &str) -> String {
    let tokens = crate::text::tokens(name);
    let words = tokens
        .iter()
        .filter(|t| t.is_word())
        .map(|t| crate::text::fold::fold(t.span.slice(name)).to_lowercase());
    let slug: Vec<String> = words
        .map(|w| {
            w.chars()
                .filter(|c| c.is_alphanumeric())
                .collect::<String>()
        })
        .filter(|w| !w.is_empty())
        .collect();
    if slug.is_empty() {
        "entity".to_owned()
    } else {
        slug.join("-")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_unique() {
        assert_eq!(slug("Wrocław’s U.N. Café"), "wroclaw-un-cafe");
        assert_eq!(slug("“…”"), "entity");
        let entity = |kind| Entity {
            id: String::new(),
            name: "Georgia".into(),
            kind,
            mentions: Vec::new(),
            roles: Vec::new(),
        };
        let mut entities = [entity(EntityKind::Place), entity(EntityKind::Person)];
        name_slugs(&mut entities);
        assert_eq!(
            (entities[0].id.as_str(), entities[1].id.as_str()),
            ("georgia", "georgia-2")
        );
    }
}
