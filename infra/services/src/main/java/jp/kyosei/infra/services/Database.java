package jp.kyosei.infra.services;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * One database, with the two roles that the product uses.
 *
 * @param jdbcUrl address without user and password
 * @param ownerUser owns the schema and runs the migrations
 * @param appUser owns nothing and is subject to every row-level-security policy
 */
public record Database(String jdbcUrl, String ownerUser, String ownerPassword, String appUser, String appPassword) {

    public Connection connectAsOwner() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, ownerUser, ownerPassword);
    }

    public Connection connectAsApp() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, appUser, appPassword);
    }
}
