//! What an analysis tells while it runs: its progress to a function of the caller, its stages to the developer's tools.

use super::options::ProgressListener;
use crate::Stage;
use js_sys::Reflect;
use std::cell::{Cell, RefCell};
use wasm_bindgen::prelude::*;
use web_sys::Performance;

/// The shortest time from the end of a call of the caller's function to the next call, in milliseconds.
const PAUSE: f64 = 50.0;

/// Hears which stage runs, and passes it on.
pub(super) struct Listener {
    on_progress: Option<ProgressListener>,
    trace: Option<Performance>,
    clock: Option<Performance>,
    /// When the caller's function last returned.
    told: Cell<Option<f64>>,
    stage: Cell<Option<Stage>>,
    /// What the caller's function threw first.
    thrown: RefCell<Option<JsValue>>,
}

impl Listener {
    pub(super) fn new(on_progress: Option<ProgressListener>, trace: bool) -> Listener {
        let clock = performance();
        Listener {
            on_progress,
            trace: clock.clone().filter(|_| trace),
            clock,
            told: Cell::new(None),
            stage: Cell::new(None),
            thrown: RefCell::new(None),
        }
    }

    /// Whether nobody would be told.
    pub(super) fn is_deaf(&self) -> bool {
        self.on_progress.is_none() && self.trace.is_none()
    }

    pub(super) fn hear(&self, stage: Stage, share: f32) {
        if self.stage.get() != Some(stage) {
            self.measure();
            self.stage.set(Some(stage));
            self.mark(stage);
        }
        if self.told.get().is_none_or(|told| self.now() - told >= PAUSE) {
            self.tell(stage, share);
            self.told.set(Some(self.now()));
        }
    }

    /// Ends the last stage.
    ///
    /// # Errors
    /// What the caller's function threw.
    pub(super) fn end(self) -> Result<(), JsValue> {
        self.measure();
        self.thrown.into_inner().map_or(Ok(()), Err)
    }

    /// A caller's function that has thrown is not called again.
    fn tell(&self, stage: Stage, share: f32) {
        let mut thrown = self.thrown.borrow_mut();
        if let (Some(function), None) = (&self.on_progress, thrown.as_ref()) {
            *thrown = function.call2(&JsValue::NULL, &stage.name().into(), &f64::from(share).into()).err();
        }
    }

    /// Marks the beginning of a stage. Tools that refuse a mark or measure are left in peace.
    fn mark(&self, stage: Stage) {
        if let Some(performance) = &self.trace {
            performance.mark(&label(stage)).ok();
        }
    }

    /// Leaves a measure of the stage that ends now, instead of its mark.
    fn measure(&self) {
        if let (Some(performance), Some(stage)) = (&self.trace, self.stage.get()) {
            let name = label(stage);
            performance.measure_with_start_mark(&name, &name).ok();
            performance.clear_marks_with_mark_name(&name);
        }
    }

    fn now(&self) -> f64 {
        self.clock.as_ref().map_or_else(js_sys::Date::now, Performance::now)
    }
}

/// What a stage is called in the developer's tools.
fn label(stage: Stage) -> String {
    format!("nutgraf:{}", stage.name())
}

/// The clock of a window, of a worker, or of a program without either.
fn performance() -> Option<Performance> {
    let found = Reflect::get(&js_sys::global(), &"performance".into()).ok()?;
    found.is_object().then(|| found.unchecked_into())
}
