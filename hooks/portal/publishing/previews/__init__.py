"""What other programs show of the site: pictures beside shared links, icons on home screens, the app's manifest."""
