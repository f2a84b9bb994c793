package jp.kyosei.ui.browser;

import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.identity.IdentityService;
import jp.kyosei.backend.importing.PlanDocument;
import jp.kyosei.backend.importing.PlanImportService;
import jp.kyosei.ui.RunningKyosei;

/** The alliance's plan once more under another name, so that a test disturbs no other. */
final class OwnPlan {
    private OwnPlan() {}

    static void of(String slug, String title) {
        RunningKyosei kyosei = RunningKyosei.get();
        try (InputStream stream =
                OwnPlan.class.getResourceAsStream("/demonstration/ichinoseki-hiraizumi-vision-2.json")) {
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
