import { useEffect } from 'react';
import { Link, Route, Routes } from 'react-router-dom';
import { startCounting } from './analytics/analytics';
import { useRecording } from './analytics/recording';
import { useCart } from './cart/cart-context';
import { CookieBanner } from './consent/CookieBanner';
import { Checkout } from './pages/Checkout';
import { NewsletterPage } from './pages/NewsletterPage';
import { OrderPage } from './pages/OrderPage';
import { Profile } from './pages/Profile';
import { Shop } from './pages/Shop';

export function App() {
  const { lines } = useCart();
  useEffect(() => startCounting(), []);
  useRecording();

  return (
    <>
      <header>
        <Link to="/">The Daily Crumb</Link>
        <nav>
          <Link to="/profile">Profile</Link>
          <Link to="/newsletter">Newsletter</Link>
          <Link to="/checkout">Basket ({lines.length})</Link>
        </nav>
      </header>
      <Routes>
        <Route path="/" element={<Shop />} />
        <Route path="/checkout" element={<Checkout />} />
        <Route path="/orders/:id" element={<OrderPage />} />
        <Route path="/profile" element={<Profile />} />
        <Route path="/newsletter" element={<NewsletterPage />} />
      </Routes>
      <CookieBanner />
      <footer>
        <a href="mailto:hello@daily-crumb.example">Write to us</a>
      </footer>
    </>
  );
}
