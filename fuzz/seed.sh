#!/bin/sh
# Copies the first files for each fuzz target: those in fuzz/seeds, and the test data.
set -eu
cd "$(dirname "$0")"
for target in pdf zip html docx markdown json table text query pack decisions analysis; do
	mkdir -p "corpus/$target"
	[ ! -d "seeds/$target" ] || cp "seeds/$target"/* "corpus/$target"
done
cp ../tests/data/pdf/*.pdf corpus/pdf
cp ../corpus/articles/*.txt corpus/text
cp ../corpus/articles/*.txt corpus/analysis
cp ../tests/data/decisions.json corpus/decisions
cp ../tests/data/pack/* corpus/pack
