//! The book as its readers meet it, in Debian's Chromium: by mouse, by keyboard, without a script, on a phone.
//!
//! Without chromedriver the tests are skipped, and say so; with `BOOK_BROWSER=required` they fail instead.

mod access;
mod appearance;
mod arrows;
mod buffers;
mod driver;
mod element;
mod figure;
mod http;
mod keys;
mod page;
mod pages;
mod without;
