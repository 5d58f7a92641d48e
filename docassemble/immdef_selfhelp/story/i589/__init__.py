"""Form I-589, item by item, from one case for the one adult who files it: pure functions, one for each part of the form.

The contract, for whoever prints or fills the form: `whole.boxes(case, person_key, on)` gives an ordered mapping `item id -> Box`.

Item ids are those of the form: part, item, and what stands in the item (edition 01/20/25).

* `header.torture`: the box above Part A.I.
* `A.I.1` ... `A.I.25`. Several boxes in one item: `A.I.8.street`, `.apartment`, `.city`, `.state`, `.zip`, `.phone`; `A.I.9` the same and
  `.care_of`; `A.I.13.city`, `.country`; `A.I.19a`, `A.I.19b`, `A.I.19c.<row>.date`, `.place`, `.status`, and `A.I.19c.1.expires`;
  `A.I.21.passport`, `.travel_document`. Rows and children count from 1, and there are as many as were told: more than the form has lines for go
  to the continuation (Supplement A for children, Supplement B for the rest).
* `A.II.married` (yes/no: "no" is the form's box "I am not married"), then the spouse `A.II.1` ... `A.II.24`, several boxes as `A.II.11.city`,
  `.country`, `A.II.15` (yes/no) and `A.II.15.where`. `A.II.children` (yes/no), `A.II.children_total`, and child k: `A.II.1.<k>` ...
  `A.II.21.<k>`, as `A.II.14.2`, with `A.II.9.<k>.city`, `.country`, `A.II.13.<k>` and `A.II.13.<k>.where`. An item of the spouse never ends in a
  number after its item.
* `A.III.1.<1|2>.street`, `.city`, `.province`, `.country`, `.from`, `.to`; `A.III.2.<row>` the same; `A.III.3.<row>.name`, `.kind`, `.place`,
  `.from`, `.to`; `A.III.4.<row>.employer`, `.occupation`, `.from`, `.to`; `A.III.5.mother|father|<k>.name`, `.birthplace`, `.dead` (tick),
  `.location`.
* `B.1.race`, `.religion`, `.nationality`, `.politics`, `.group`, `.torture` (ticks); `B.1.A`, `B.1.B`, `B.2`, `B.3.A`, `B.3.B`, `B.4`, `C.1`,
  `C.2.A`, `C.2.B`, `C.3` ... `C.6` (yes/no), each with its `.explanation`. One explanation serves `C.2.A` and `C.2.B`: `C.2.explanation`.
* `D.name`, `D.native_name`, `D.family_helped` (yes/no), `D.helper.<k>.name`, `.relation`, `D.prepared` (yes/no), `D.list_given` (yes/no),
  `D.signature`, `D.date`: the last two are always empty and of kind `hand`.
* `E.name`, `.phone`, `.street`, `.apartment`, `.city`, `.state`, `.zip`, `.account`, `.bar_number`, only when somebody else prepared the form;
  `E.signature` of kind `hand`. Parts F and G have no boxes here: they stay blank.

A `Box` has `kind` (`text`, `long`, `date`, `yes_no`, `choice`, `tick`, `hand`), `text` (as told; for yes_no, choice and tick a code), `state`
(a code of `box_states.BOX_STATES`, or empty), `language` of a typed text, and `printed`: what stands in the box of the form. A box that was
neither answered nor given a state is open, and prints nothing.
"""
