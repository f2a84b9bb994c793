package jp.kyosei.backend.leaving.content;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.kyosei.backend.owners.OwnerService;
import jp.kyosei.backend.report.EveryIssue;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.Grant;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.OwnerKind;
import jp.kyosei.backend.tenancy.PersonId;
import jp.kyosei.backend.tenancy.Role;

/**
 * Every issued paper of an owner as PDF. Read as the owner's secretariat reads, by nobody in person: an archive is the owner's own and
 * holds what its admin alone would not see.
 */
@Singleton
class IssuedPaperFiles {
    private static final PersonId NOBODY = new PersonId(new UUID(0, 0));

    private final EveryIssue issues;
    private final OwnerService owners;

    IssuedPaperFiles(EveryIssue issues, OwnerService owners) {
        this.issues = issues;
        this.owners = owners;
    }

    /**
     * Written into a folder, in the order of meetings.
     *
     * @throws UncheckedIOException if one cannot be written
     */
    List<IssuedPaperFile> of(OwnerId owner, Path work) {
        OwnerKind kind =
                owners.known(secretariat(owner, OwnerKind.MUNICIPALITY), owner).kind();
        List<IssuedPaperFile> files = new ArrayList<>();
        Set<String> places = new HashSet<>();
        issues.of(secretariat(owner, kind), owner, kind, (name, paper, pdf) -> {
            String place = "papers/" + name;
            for (int number = 2; !places.add(place); number++) {
                place = "papers/" + name.replaceFirst("\\.pdf$", "_%d.pdf".formatted(number));
            }
            files.add(new IssuedPaperFile(
                    place,
                    paper.meeting().title(),
                    paper.issue().label(),
                    paper.issue().title(),
                    paper.issue().issuedAt(),
                    written(work, pdf)));
        });
        return files;
    }

    private static Path written(Path work, byte[] pdf) {
        try {
            return Files.write(Files.createTempFile(work, "paper", ".pdf"), pdf);
        } catch (IOException e) {
            throw new UncheckedIOException("an issued paper could not be written", e);
        }
    }

    private static Actor secretariat(OwnerId owner, OwnerKind kind) {
        return new Actor(
                NOBODY,
                "",
                "",
                false,
                List.of(new Grant(owner, "", kind, "", Role.SECRETARIAT, null, null, null, null)));
    }
}
