package jp.kyosei.ui;

import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.identity.IdentityService;
import jp.kyosei.backend.importing.document.PlanDocument;
import jp.kyosei.backend.importing.document.PlanImportService;

/** The alliance's plan once more under another name, for a test that needs one of its own; no meeting takes comments on it. */
public final class PlanCopy {
    private PlanCopy() {}

    public static void of(String slug, String title) {
        RunningKyosei kyosei = RunningKyosei.get();
        try (InputStream stream =
                PlanCopy.class.getResourceAsStream("/demonstration/ichinoseki-hiraizumi-vision-2.json")) {
            PlanDocument known = kyosei.bean(ObjectMapper.class).readValue(stream, PlanDocument.class);
            kyosei.bean(PlanImportService.class)
                    .apply(
                            kyosei.bean(IdentityService.class)
                                    .actorOf(DemonstrationUser.SECRETARIAT.subject())
                                    .orElseThrow(),
                            new PlanDocument(
                                    known.owner(),
                                    slug,
                                    title,
                                    known.kind(),
                                    known.firstFiscalYear(),
                                    known.lastFiscalYear(),
                                    known.levelNames(),
                                    known.versions(),
                                    known.sections(),
                                    known.initiatives(),
                                    known.indicators()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
