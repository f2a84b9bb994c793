package jp.kyosei.backend.report;

import java.util.Arrays;
import java.util.Optional;

/** What is given out of two versions of a plan. */
public enum VersionReport {
    /** Side by side, what differs marked. */
    COMPARISON("comparison", "新旧対照表"),
    /** A line for each thing that changed: what, why, to what effect. */
    CHANGES("changes", "変更概要");

    private final String address;
    private final String label;

    VersionReport(String address, String label) {
        this.address = address;
        this.label = label;
    }

    /** Its name in addresses. */
    public String address() {
        return address;
    }

    public String label() {
        return label;
    }

    /** By the name in addresses. */
    public static Optional<VersionReport> of(String address) {
        return Arrays.stream(values())
                .filter(report -> report.address.equals(address))
                .findFirst();
    }
}
