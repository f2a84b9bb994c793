package jp.kyosei.backend.officefile;

/** The file is not taken. It has no words for people: those differ by what the file was to be used for. */
public final class OfficeFileException extends RuntimeException {
    private final Fault fault;

    /** What is wrong with a file. */
    public enum Fault {
        /** Cut off, damaged, or of a form that two readers could take for two things. */
        BROKEN,
        /** With a password. */
        LOCKED,
        /** It unpacks to more than may be, or has too many parts. */
        TOO_LARGE,
        /** Its XML has a document type, which no Office program writes. */
        HOSTILE_XML
    }

    public OfficeFileException(Fault fault) {
        super(fault.name(), null, false, false);
        this.fault = fault;
    }

    /** What is wrong. */
    public Fault fault() {
        return fault;
    }

    static OfficeFileException broken() {
        return new OfficeFileException(Fault.BROKEN);
    }

    static OfficeFileException tooLarge() {
        return new OfficeFileException(Fault.TOO_LARGE);
    }
}
