//! The build that is served, and its name, by which a page notices that it is old.

use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::sync::{Arc, Mutex};
use std::time::{SystemTime, UNIX_EPOCH};

use crate::site::Site;

/// Where a page asks for the name of the build; no page of a book can have this path.
pub const VERSION: &str = "-/version";

/// One build.
pub struct Edition {
    pub site: Site,
    pub version: String,
}

/// The edition that is served now.
///
/// Whoever answers a request holds the one it began with, so that no page mixes two.
pub struct Published {
    now: Mutex<Arc<Edition>>,
    count: AtomicU64,
}

impl Published {
    pub fn new(site: Site) -> Self {
        Self {
            now: Mutex::new(edition(site, 0)),
            count: AtomicU64::new(1),
        }
    }

    pub fn publish(&self, site: Site) {
        // Relaxed: it only has to differ each time; the lock below publishes the edition.
        let count = self.count.fetch_add(1, Relaxed);
        *self.now.lock().expect("nothing panics under this lock") = edition(site, count);
    }

    pub fn now(&self) -> Arc<Edition> {
        Arc::clone(&self.now.lock().expect("nothing panics under this lock"))
    }
}

/// With the time, so that a page notices a server that was started anew, too.
fn edition(site: Site, count: u64) -> Arc<Edition> {
    let time = SystemTime::now().duration_since(UNIX_EPOCH);
    let version = format!("{}-{count}", time.unwrap_or_default().as_nanos());
    Arc::new(Edition { site, version })
}
