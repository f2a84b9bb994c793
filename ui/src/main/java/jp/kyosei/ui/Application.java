package jp.kyosei.ui;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.Micronaut;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import jp.kyosei.backend.accounts.operator.NewOperator;
import jp.kyosei.backend.accounts.operator.OperatorRegistration;
import jp.kyosei.backend.tenancy.RefusedException;

/** Starts the whole product: one process, one port. Or registers an operator, beside one that runs, and ends. */
public final class Application {
    private static final String REGISTER_OPERATOR = "register-operator";

    private Application() {}

    public static void main(String[] arguments) {
        if (arguments.length > 0 && arguments[0].equals(REGISTER_OPERATOR)) {
            System.exit(registered(arguments) ? 0 : 1);
        }
        Micronaut.run(Application.class, arguments);
    }

    private static boolean registered(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        if (arguments.length != 3) {
            out.println(REGISTER_OPERATOR + " 氏名 メールアドレス");
            return false;
        }
        try (ApplicationContext context = ApplicationContext.run(Map.of("kyosei.demonstration", "false"))) {
            NewOperator operator = context.getBean(OperatorRegistration.class).register(arguments[1], arguments[2]);
            out.printf(
                    "%s さんを運用担当として登録しました。%s%n",
                    arguments[1],
                    operator.password().isEmpty()
                            ? "パスワードを決めるためのリンクを送りました。7日間使えます。"
                            : "利用者名 %s　一度だけ使えるパスワード %s".formatted(operator.username(), operator.password()));
            return true;
        } catch (RefusedException refused) {
            out.println(refused.getMessage());
            return false;
        }
    }
}
