/** Tests of what PDF files hold: honest ones as programs write them, and such as are made to deceive. */
@NullMarked
package jp.kyosei.backend.pdffile;

import org.jspecify.annotations.NullMarked;
