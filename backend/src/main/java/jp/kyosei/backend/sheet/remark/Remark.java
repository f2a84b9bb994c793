package jp.kyosei.backend.sheet.remark;

import jp.kyosei.backend.sheet.CellPlace;

/** A remark to be written at a cell of a person's own file. */
public record Remark(CellPlace place, String text) {}
