/** Leads tasks from step to step: who may, what stands against it, what is open, and whom it is told. */
@NullMarked
package jp.kyosei.backend.collection.step;

import org.jspecify.annotations.NullMarked;
