package jp.kyosei.ui.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import org.junit.jupiter.api.Test;

class RouteBeansTest {
    @Test
    void every_view_is_a_bean() {
        classes()
                .that()
                .areAnnotatedWith(Route.class)
                .or()
                .implement(HasErrorParameter.class)
                .should()
                .beAnnotatedWith(Prototype.class)
                .because("the routes come from Micronaut's bean metadata: a view that is no bean has no address")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("jp.kyosei.ui"));
    }
}
