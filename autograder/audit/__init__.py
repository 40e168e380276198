"""Are a unit's tests any good? Its reference, its bank of answers and mutants, graded and judged.

`mutants/` changes the reference as students might have got it wrong; `bank` and `cases` say what is
to be graded and what each answer is worth; `graded` has the judge grade it all; `evidence` tries a
survivor on many inputs, to tell a weak test from an answer that is right; `explained` holds what
an author says of the rest; `findings` draws the conclusions; `unit_audit` does all this for one
unit; `page` and `record` write it down. `spread/` measures how far right answers lie apart, and
holds every tolerance against it.

Arrows: `unit_audit -> graded, evidence, findings -> cases -> bank, explained, mutants`.
"""
