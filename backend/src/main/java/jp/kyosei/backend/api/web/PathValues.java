package jp.kyosei.backend.api.web;

import java.util.Optional;
import java.util.UUID;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.NotFoundException;
import org.jspecify.annotations.Nullable;

/** Reads the parts of an address; what cannot be one leads nowhere. */
public final class PathValues {
    /** Stands in the place of a municipality for the figure of the whole owner. */
    static final String JOINT = "joint";

    private PathValues() {}

    /** @throws NotFoundException if it is no fiscal year such as 2023 */
    public static FiscalYear year(String text) {
        try {
            int year = Integer.parseInt(text);
            if (year >= FiscalYear.FIRST && year <= FiscalYear.LAST) {
                return new FiscalYear(year);
            }
        } catch (NumberFormatException e) {
            throw new NotFoundException();
        }
        throw new NotFoundException();
    }

    /**
     * Reads a municipality's code.
     *
     * @return none for the figure of the whole owner
     * @throws NotFoundException if it is no code
     */
    public static @Nullable MunicipalityCode townOrJoint(String text) {
        return text.equals(JOINT) ? null : town(text);
    }

    /** @throws NotFoundException if it is no code */
    public static MunicipalityCode town(String text) {
        return MunicipalityCode.parse(text).orElseThrow(NotFoundException::new);
    }

    /** Reads an id; empty if it is none in the form in which ids are answered. */
    public static Optional<UUID> uuid(String text) {
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equals(text) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** @throws NotFoundException if it is no id in the form in which ids are answered */
    public static UUID id(String text) {
        return uuid(text).orElseThrow(NotFoundException::new);
    }

    /** @throws NotFoundException if it is no whole number from 1 */
    public static int number(String text) {
        try {
            int number = Integer.parseInt(text);
            if (number >= 1) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new NotFoundException();
        }
        throw new NotFoundException();
    }
}
