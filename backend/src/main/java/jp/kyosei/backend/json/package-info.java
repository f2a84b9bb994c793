/** Our own documents as JSON, out and in. What others send is read by {@code api.web}. */
@NullMarked
package jp.kyosei.backend.json;

import org.jspecify.annotations.NullMarked;
