package jp.kyosei.backend.leaving.content;

import java.nio.file.Path;
import java.time.Instant;

/**
 * An issued paper on its way into an archive.
 *
 * @param place where it lies in the archive
 * @param meeting at which it was handed out
 * @param label such as 資料No.1（差替）
 * @param content where it lies meanwhile
 */
record IssuedPaperFile(String place, String meeting, String label, String title, Instant issuedAt, Path content) {}
