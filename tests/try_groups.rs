use corpus_explorer::corpus::Corpus;
#[test]
fn show() {
    let c = Corpus::embedded().unwrap();
    let ids: Vec<_> = c.ids().collect();
    let groups = c.groups(&ids);
    for g in &groups {
        println!(
            "--- {:?} {} members, centre {} {:?}",
            g.kind,
            g.members.len(),
            g.centre,
            g.differences
        );
        for m in &g.members {
            let d = c.document(m.document);
            println!(
                "  {} {:>5} {} | {}",
                &d.id[..3],
                m.span.start,
                m.quotation.is_some(),
                d.slice(m.span).replace('\n', " ")
            );
        }
    }
}
#[test]
fn others() {
    use corpus_explorer::compare::*;
    let c = Corpus::embedded().unwrap();
    let ids: Vec<_> = c.ids().collect();
    let accounts = c.accounts(&ids);
    let groups = groups(&accounts);
    for e in events(&accounts, &groups) {
        println!("EVENT {} {} {:?}", e.from, e.to, e.conflicts);
        for (d, n) in e.dates {
            let doc = c.document(d);
            let s = accounts[d.0 as usize].dates[n as usize].span;
            println!(
                "    {} {}",
                &doc.id[..3],
                doc.slice(doc.sentence_at(s.start).unwrap())
            );
        }
    }
    for p in shared(&accounts, 6) {
        println!(
            "PASSAGE {} {} | {}",
            p.words,
            c.document(p.first.document).slice(p.first.span),
            c.document(p.second.document).slice(p.second.span)
        );
    }
    let t = table(&accounts, &groups);
    for r in &t.rows {
        println!(
            "{:?} {:?}",
            r.subject,
            r.cells
                .iter()
                .map(|c| (c.places.len(), c.words))
                .collect::<Vec<_>>()
        );
    }
    let g = &groups[1];
    for m in &g.members {
        println!(
            "ALIGN {:?}",
            align(
                (
                    &accounts[g.members[g.centre].document.0 as usize],
                    g.members[g.centre].span
                ),
                (&accounts[m.document.0 as usize], m.span)
            )
            .iter()
            .map(|p| (
                p.kind,
                p.first
                    .map(|s| c.document(g.members[g.centre].document).slice(s)),
                p.second.map(|s| c.document(m.document).slice(s))
            ))
            .collect::<Vec<_>>()
        );
    }
}
