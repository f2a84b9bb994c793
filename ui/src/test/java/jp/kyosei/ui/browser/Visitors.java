package jp.kyosei.ui.browser;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jp.kyosei.ui.RunningKyosei;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands each test its visitors, keeps a picture of what they saw where the test failed, and sends them home. */
public final class Visitors implements ParameterResolver, AfterTestExecutionCallback, AfterEachCallback {
    private static final ExtensionContext.Namespace OWN = ExtensionContext.Namespace.create(Visitors.class);
    private static final Path PICTURES = Path.of("target", "screenshots");

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Visitor.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        Visitor visitor = new Visitor(RunningKyosei.get());
        of(test).visitors.add(visitor);
        return visitor;
    }

    @Override
    public void afterTestExecution(ExtensionContext test) {
        if (test.getExecutionException().isPresent()) {
            String name = test.getRequiredTestClass().getSimpleName() + "." + test.getDisplayName();
            List<Visitor> visitors = of(test).visitors;
            for (int index = 0; index < visitors.size(); index++) {
                String file = name.replaceAll("[^\\p{L}\\p{N}.]+", "-") + "-" + (index + 1) + ".png";
                visitors.get(index).takePicture(PICTURES.resolve(file));
            }
        }
    }

    @Override
    public void afterEach(ExtensionContext test) {
        of(test).visitors.forEach(Visitor::close);
    }

    private static OfTest of(ExtensionContext test) {
        return test.getStore(OWN).getOrComputeIfAbsent(OfTest.class, ignored -> new OfTest(), OfTest.class);
    }

    private static final class OfTest {
        private final List<Visitor> visitors = new ArrayList<>();
    }
}
