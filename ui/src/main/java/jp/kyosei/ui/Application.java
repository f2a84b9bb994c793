package jp.kyosei.ui;

import io.micronaut.runtime.Micronaut;

/** Starts the whole product: one process, one port. */
public final class Application {
    private Application() {}

    public static void main(String[] arguments) {
        Micronaut.run(Application.class, arguments);
    }
}
