//! Faults in what was written.

use crate::copy::{Copy, demand};

const INDEX: &str = "book/src/second/index.md";
const WHY: &str = "book/src/second/why.md";
const CODE: &str = "code/sound.rs";
const FIGURE: &str = "book/figures/small/figure.html";

#[test]
fn the_small_book_has_no_fault() {
    let copy = Copy::new("sound");
    demand(&copy.written(), &[]);
    demand(&copy.built(), &[]);
}

#[test]
fn a_removed_anchor_is_found() {
    let copy = Copy::new("removed-anchor");
    copy.write(CODE, "fn add() {}\n");
    demand(
        &copy.written(),
        &["book/src/second/index.md:6: code/sound.rs has no anchor `add`"],
    );
}

#[test]
fn an_empty_anchor_is_found() {
    let copy = Copy::new("empty-anchor");
    copy.write(CODE, "// ANCHOR: add\n\n// ANCHOR_END: add\n");
    demand(
        &copy.written(),
        &["book/src/second/index.md:6: the anchor `add` of code/sound.rs holds nothing"],
    );
}

#[test]
fn an_anchor_without_its_end_is_found_in_its_file() {
    let copy = Copy::new("endless-anchor");
    copy.replace(CODE, "// ANCHOR_END: add\n", "");
    demand(
        &copy.written(),
        &["code/sound.rs:3: the anchor `add` has no end"],
    );
}

#[test]
fn an_end_without_its_anchor_and_a_second_anchor_are_found() {
    let copy = Copy::new("stray-anchors");
    copy.append(
        CODE,
        "// ANCHOR_END: gone\n// ANCHOR: add\n// ANCHOR_END: add\n",
    );
    demand(
        &copy.written(),
        &[
            "code/sound.rs:9: the anchor `gone` ends and has not begun",
            "code/sound.rs:10: the anchor `add` begins a second time (first in line 3)",
        ],
    );
}

#[test]
fn a_missing_file_is_found_and_is_an_error_although_mdbook_only_logs_it() {
    let copy = Copy::new("missing-include");
    copy.replace(INDEX, "sound.rs", "gone.rs");
    demand(
        &copy.written(),
        &["book/src/second/index.md:6: there is no text file code/gone.rs to include"],
    );
    let complaint = copy.complaint();
    assert!(complaint.contains("gone.rs:add"), "{complaint}");
}

#[test]
fn lines_by_number_whole_files_with_anchors_and_other_verbs_are_refused() {
    let copy = Copy::new("include-forms");
    copy.replace(
        INDEX,
        ":add}}",
        ":3:5}}\n{{#include ../../../code/sound.rs}}",
    );
    copy.append(WHY, "\n{{#playground ../../../code/sound.rs}}\n");
    demand(
        &copy.written(),
        &[
            "book/src/second/index.md:6: code/sound.rs is included by the numbers of its lines",
            "book/src/second/index.md:7: code/sound.rs is shown with the lines of its anchor `add`",
            "book/src/second/why.md:11: `{{#playground}}` is used",
        ],
    );
}

#[test]
fn rust_in_a_page_is_found() {
    let copy = Copy::new("bare-fence");
    copy.append(
        WHY,
        "\n```rust\nlet x = 1;\n```\n\n```\nwhat is this?\n```\n",
    );
    demand(
        &copy.written(),
        &[
            "book/src/second/why.md:11: Rust is written into the page",
            "book/src/second/why.md:15: the block does not say its language",
        ],
    );
}

#[test]
fn a_figure_and_a_script_above_their_limits_are_found() {
    let copy = Copy::new("oversize");
    copy.append(FIGURE, &format!("<!--{}-->\n", "x".repeat(75_000)));
    copy.append("book/theme/figure.js", &"// A line.\n".repeat(1_200));
    let found = copy.written();
    demand(
        &found,
        &[
            "book/figures/small/figure.html: 75303 bytes, above the limit of 75000",
            "book/theme/figure.js: 1201 lines, above the limit of 249",
            "book/theme/figure.js: 13214 bytes, above the limit of 12288",
        ],
    );
}

#[test]
fn a_blank_line_in_a_figure_and_none_around_it_are_found() {
    let copy = Copy::new("torn-figure");
    copy.replace(FIGURE, "<figcaption>", "\n<figcaption>");
    copy.replace("book/src/first.md", "figure.\n\n{{", "figure.\n{{");
    demand(
        &copy.written(),
        &[
            "book/figures/small/figure.html:7: a blank line ends the fragment for Markdown",
            "book/src/first.md:4: Markdown tears this fragment apart",
        ],
    );
}

#[test]
fn a_plot_has_the_form_of_a_figure_and_need_not_be_shown() {
    let copy = Copy::new("torn-plot");
    copy.write(
        "book/measured/table-locks.html",
        "<figure>\n\n<figcaption>the favorite</figcaption></figure>\n",
    );
    demand(
        &copy.written(),
        &[
            "book/measured/table-locks.html:2: a blank line ends the fragment for Markdown",
            "book/measured/table-locks.html:3: `favorite` is misspelt",
        ],
    );
}

#[test]
fn a_figure_that_no_page_shows_is_found() {
    let copy = Copy::new("unshown-figure");
    copy.write("book/figures/small/other.html", "<p>Other.</p>\n");
    demand(
        &copy.written(),
        &["book/figures/small/other.html: no page shows this figure"],
    );
}

#[test]
fn an_unlisted_page_a_missing_one_and_one_listed_twice_are_found() {
    let copy = Copy::new("summary");
    copy.write("book/src/new.md", "# New\n");
    copy.append(
        "book/src/SUMMARY.md",
        "- [Gone](gone.md)\n- [Again](first.md)\n",
    );
    demand(
        &copy.written(),
        &[
            "book/src/SUMMARY.md:7: there is no page `gone.md`",
            "book/src/SUMMARY.md:8: `first.md` is listed a second time (first in line 3)",
            "book/src/new.md: the summary does not lead to this page",
        ],
    );
    assert!(!copy.complaint().is_empty());
    let made = copy.book().join("src/gone.md").exists();
    assert!(!made, "mdBook makes up a page that is missing");
}

#[test]
fn slips_and_american_spellings_are_found_in_pages_and_in_figures() {
    let copy = Copy::new("misspelt");
    copy.append(
        WHY,
        "\nThey recieve a colour, not a `color`, and a color.\n",
    );
    copy.replace(FIGURE, "nothing to do", "a behavior");
    demand(
        &copy.written(),
        &[
            "book/figures/small/figure.html:7: `behavior` is misspelt",
            "book/src/second/why.md:11: `color` is misspelt",
            "book/src/second/why.md:11: `recieve` is misspelt",
        ],
    );
}

#[test]
fn an_accepted_word_that_nothing_needs_is_found() {
    let copy = Copy::new("unused-word");
    copy.replace(INDEX, "synchronizes with", "is met by");
    demand(
        &copy.written(),
        &[
            "book/builder/words.txt:2: `synchronizes` is accepted, and nothing in the book needs that",
        ],
    );
}
